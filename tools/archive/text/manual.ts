/** What stands in an archive's README.txt, for whoever opens it years later. */
export function manual(communityId: string, madeAt: Date): string {
  return `连心 社区档案
社区编号：${communityId}
做成的时间：${madeAt.toISOString()}（世界时）

里面有名字、电话、住址和谈话，只给社区书记和街道指定的一个人，用完放回保险柜。

lists.xlsx     人员、地方、职务、点单、存折、活动、驿站、走访，用 WPS 或 Excel 看
files/         照片
data/          全部数据，一行一条，恢复时用
archive.json   存折、锚点和盐，核对时用
verify.js      核对存折：装了 Node 18 以上的电脑，在这个文件夹里运行 node verify.js
               核对一张对账单：node verify.js --slip 单上的码

恢复到一个空的环境：npm run archive -- --restore 这个文件.zip（见 docs/deploy.md）
`;
}
